type Stored = { body: ReadableStream<Uint8Array>; size: number }
type StoredPart = { partNumber: number; etag: string }

/** An upload in parts, as R2 keeps it until it is completed or given up. */
type PartedUpload = {
  uploadId: string
  uploadPart(no: number, bytes: Uint8Array<ArrayBuffer>): Promise<StoredPart>
  complete(parts: StoredPart[]): Promise<{ size: number }>
  abort(): Promise<void>
}

/** The object store of attachments (R2), as far as the product uses it. */
export type ObjectStore = {
  put(
    key: string,
    bytes: ArrayBuffer | ReadableStream<Uint8Array>,
    options?: { httpMetadata?: { contentType: string } },
  ): Promise<unknown>
  get(key: string, options?: { range: { offset: number; length: number } }): Promise<Stored | null>
  head(key: string): Promise<{ size: number } | null>
  delete(key: string): Promise<void>
  createMultipartUpload(key: string): Promise<PartedUpload>
  resumeMultipartUpload(key: string, uploadId: string): PartedUpload
}
