/** workerd's stream of a length that is known beforehand: what the object store asks for. */
declare class FixedLengthStream extends TransformStream<Uint8Array, Uint8Array> {
  constructor(length: number)
}
