/** An application that requires the modules it uses. */
module org.example.consumer {
  requires org.jpacker.core;
  requires org.jpacker.proto.ip;
}
