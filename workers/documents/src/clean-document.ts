import type { UncleanReason } from '@shixun/http/documents'
import { cleanJpeg, cleanPng, type Pieces } from './clean/clean-image.ts'
import { cleanOffice } from './clean/clean-office.ts'
import { cleanPdf } from './pdf/clean-pdf.ts'
import { pdfText } from './pdf/pdf-text.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const OLD = ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint']

/** A file without what tells who made it; `text` is what it says to its readers, `whole` whether that is all of it. */
export type CleanDocument = { pieces: Pieces; text: string; whole: boolean }

/** What stands in a picture no machine here can read. */
function ofPicture(pieces: Pieces | null): CleanDocument | UncleanReason {
  return pieces ? { pieces, text: '', whole: false } : 'broken'
}

/** A file without what tells who made it, or why that cannot be had. `mediaType` was read from the bytes when it came. */
export function cleanDocument(bytes: Uint8Array, mediaType: string): CleanDocument | UncleanReason {
  if (mediaType === 'image/jpeg') return ofPicture(cleanJpeg(bytes))
  if (mediaType === 'image/png') return ofPicture(cleanPng(bytes))
  if (mediaType === 'application/pdf') {
    const made = cleanPdf(bytes)
    return typeof made === 'string' ? made : { pieces: made.pieces, ...pdfText(made.pdf) }
  }
  if (mediaType.startsWith(OFFICE)) {
    const made = cleanOffice(bytes)
    return typeof made === 'string' ? made : { ...made, whole: true }
  }
  return OLD.includes(mediaType) ? 'old-format' : 'unknown'
}
