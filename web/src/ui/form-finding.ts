import type { FormErrors } from './form-field.ts'

/** What a live check of the server found: where, by which rule, and in a sentence what to do. */
export interface FormFinding {
  pointer: string
  rule: string
  severity: 'warn' | 'block'
  detail: string
}

export const noFindings: readonly FormFinding[] = []

export function findingsAt(findings: readonly FormFinding[], pointer: string): FormFinding[] {
  return findings.filter((finding) => finding.pointer === pointer)
}

/** Those of a row or of what stands in it. */
export function findingsUnder(findings: readonly FormFinding[], pointer: string): FormFinding[] {
  return findings.filter((finding) => finding.pointer === pointer || finding.pointer.startsWith(`${pointer}/`))
}

/** Whether the answer at a pointer must be changed: the control there is marked like one in error. */
export function isBlocked(findings: readonly FormFinding[], pointer: string | null): boolean {
  return findings.some((finding) => finding.severity === 'block' && finding.pointer === pointer)
}

/** Errors without those that a finding at the same place already says, word for word. */
export function withoutFound(errors: FormErrors, findings: readonly FormFinding[]): FormErrors {
  const said = ([pointer, text]: [string, string]) =>
    findings.some((finding) => finding.pointer === pointer && finding.detail === text)
  return Object.fromEntries(Object.entries(errors).filter((entry) => !said(entry)))
}
