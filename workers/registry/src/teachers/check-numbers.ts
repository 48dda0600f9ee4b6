import type { FieldProblem } from '@shixun/domain/shared/result'
import { type IdentityDocumentKind, readIdentityDocument } from '@shixun/domain/teachers/identity-document'
import { readMobilePhone } from '@shixun/domain/teachers/mobile-phone'
import { readTeacherCertificate } from '@shixun/domain/teachers/teacher-certificate'
import { DOCUMENT_PROBLEMS } from './teacher-rows.ts'

type Given = {
  documentType?: IdentityDocumentKind | undefined
  document?: string | undefined
  certificate?: string | null | undefined
  phone?: string | null | undefined
}
type Sound = {
  document?: { documentType: IdentityDocumentKind; number: string }
  numbers: { certificate?: string | null; phone?: string | null }
}

/** Reads the numbers of a form by their kinds and tells what is wrong with each; what is absent stays absent. */
export function checkNumbers(given: Given, kind: IdentityDocumentKind): { sound: Sound; problems: FieldProblem[] } {
  const sound: Sound = { numbers: {} }
  const problems: FieldProblem[] = []
  if (given.document !== undefined) {
    const read = readIdentityDocument(kind, given.document)
    if (read.ok) sound.document = { documentType: kind, number: read.value.number }
    else problems.push({ pointer: '/document', problem: DOCUMENT_PROBLEMS[read.refusal.code] })
  }
  const { certificate, phone } = given
  if (certificate !== undefined) {
    const read = certificate === null ? null : readTeacherCertificate(certificate)
    if (read === null) sound.numbers.certificate = null
    else if (read.ok) sound.numbers.certificate = read.value.number
    else problems.push({ pointer: '/certificate', problem: 'wrong_certificate' })
  }
  if (phone !== undefined) {
    const read = phone === null ? null : readMobilePhone(phone)
    if (phone !== null && read === null) problems.push({ pointer: '/phone', problem: 'wrong_phone' })
    else sound.numbers.phone = read
  }
  return { sound, problems }
}

type Spans = {
  heldPosts?: readonly { from: string; to: string | null }[] | undefined
  leaves?: readonly { from: string; to: string }[] | undefined
}

/** Spans that end before they begin. */
export function checkSpans({ heldPosts = [], leaves = [] }: Spans): FieldProblem[] {
  const backwards = (member: string, spans: readonly { from: string; to: string | null }[]) =>
    spans.flatMap(({ from, to }, at) =>
      to !== null && to < from ? [{ pointer: `/${member}/${at}/to`, problem: 'ends_before_start' }] : [],
    )
  return [...backwards('heldPosts', heldPosts), ...backwards('leaves', leaves)]
}
