/** An application that names what it uses. */
module org.example.consumer {
  requires org.jpacker.core;
  requires org.jpacker.proto.ip;
}
