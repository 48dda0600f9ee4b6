import { provinceCodes } from '../identity/province-codes.ts'
import { ok, type Result, refuse } from '../shared/result.ts'

/** Kinds of teacher qualification, the 10th digit of the certificate number. */
const teacherQualifications = {
  '1': '幼儿园教师资格',
  '2': '小学教师资格',
  '3': '初级中学教师资格',
  '4': '高级中学教师资格',
  '5': '中等职业学校教师资格',
  '6': '中等职业学校实习指导教师资格',
  '7': '高等学校教师资格',
} as const

type TeacherQualification = keyof typeof teacherQualifications

/** `sexDigit` is told, never compared with the holder: its meaning changed in 2009 and sources disagree on the older one. */
export type TeacherCertificate = {
  number: string
  year: number
  province: string
  authority: string
  qualification: TeacherQualification
  sexDigit: string
  serial: string
}

export type TeacherCertificateRefusal = {
  code: 'teacher-certificate-malformed' | 'teacher-certificate-province-unknown' | 'teacher-certificate-kind-unknown'
}

/** Reads a 17-digit certificate number: year 4, province 2, authority 3, kind 1, sex 1, serial 6. It has no check digit. */
export function readTeacherCertificate(text: string): Result<TeacherCertificate, TeacherCertificateRefusal> {
  const number = text.normalize('NFKC').trim()
  const parts = /^((?:19|20)\d{2})(\d{2})(\d{3})(\d)(\d)(\d{6})$/.exec(number)
  if (!parts) return refuse({ code: 'teacher-certificate-malformed' })
  const [, year, province = '', authority = '', qualification = '', sexDigit = '', serial = ''] = parts
  if (!provinceCodes.has(province)) return refuse({ code: 'teacher-certificate-province-unknown' })
  if (!isQualification(qualification)) return refuse({ code: 'teacher-certificate-kind-unknown' })
  return ok({ number, year: Number(year), province, authority, qualification, sexDigit, serial })
}

function isQualification(digit: string): digit is TeacherQualification {
  return Object.hasOwn(teacherQualifications, digit)
}
