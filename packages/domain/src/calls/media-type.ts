type Signature = { type: string; extensions: readonly string[]; starts: readonly number[] }

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const OOXML = 'application/vnd.openxmlformats-officedocument'

/** First bytes of the types an attachment may have (file format specifications of PDF, PNG, JPEG, ZIP and OLE2). */
const SIGNATURES: readonly Signature[] = [
  { type: 'application/pdf', extensions: ['pdf'], starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', extensions: ['png'], starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', extensions: ['jpg', 'jpeg'], starts: [0xff, 0xd8, 0xff] },
  { type: `${OOXML}.wordprocessingml.document`, extensions: ['docx'], starts: ZIP },
  { type: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'], starts: ZIP },
  { type: `${OOXML}.presentationml.presentation`, extensions: ['pptx'], starts: ZIP },
  { type: 'application/msword', extensions: ['doc', 'wps'], starts: OLE },
  { type: 'application/vnd.ms-excel', extensions: ['xls', 'et'], starts: OLE },
  { type: 'application/vnd.ms-powerpoint', extensions: ['ppt', 'dps'], starts: OLE },
]

/** The media type that bytes and file name agree on; null when they do not, or when the type is not allowed. */
export function sniffMediaType(bytes: Uint8Array, name: string): string | null {
  const extension = /\.([a-z]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  const match = SIGNATURES.find(
    ({ extensions, starts }) => extensions.includes(extension) && starts.every((byte, index) => bytes[index] === byte),
  )
  return match?.type ?? null
}
