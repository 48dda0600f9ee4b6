import type { PHASES } from '../calls/design/call.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { provinceCodes } from './province-codes.ts'

export type SchoolPhase = (typeof PHASES)[number]

/**
 * Classes of institutions, the first two digits of the code, with the phase of schooling a class stands for.
 * A school can teach other phases as well (a complete school, a nine-year school): its own record says so.
 */
export const schoolClasses = [
  { code: '11', name: '幼儿园', phase: 'kindergarten' },
  { code: '21', name: '小学', phase: 'primary' },
  { code: '31', name: '初级中学', phase: 'junior' },
  { code: '34', name: '高级中学、完全中学', phase: 'senior' },
  { code: '36', name: '中等职业学校', phase: 'vocational' },
  { code: '41', name: '高等学校', phase: null },
  { code: '51', name: '特殊教育学校', phase: 'special' },
] as const satisfies readonly { code: string; name: string; phase: SchoolPhase | null }[]

export type SchoolCode = {
  code: string
  classCode: string
  className: string
  province: string
  serial: string
  phase: SchoolPhase | null
}

export type SchoolCodeRefusal = {
  code: 'school-code-malformed' | 'school-code-class-unknown' | 'school-code-province-unknown'
}

/** Reads a 10-digit institution code: class 2, province 2, serial 6. It has no check digit; uniqueness is the registry's. */
export function readSchoolCode(text: string): Result<SchoolCode, SchoolCodeRefusal> {
  const parts = /^(\d{2})(\d{2})(\d{6})$/.exec(text.trim())
  if (!parts) return refuse({ code: 'school-code-malformed' })
  const [code = '', classCode = '', province = '', serial = ''] = parts
  const schoolClass = schoolClasses.find((each) => each.code === classCode)
  if (!schoolClass) return refuse({ code: 'school-code-class-unknown' })
  if (!provinceCodes.has(province)) return refuse({ code: 'school-code-province-unknown' })
  return ok({ code, classCode, className: schoolClass.name, province, serial, phase: schoolClass.phase })
}
