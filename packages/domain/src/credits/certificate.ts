import type { Machine } from '../shared/machine.ts'

export type CertificateState = 'valid' | 'revoked' | 'superseded'
export type CertificateAction = 'revoke' | 'supersede'

/** Every field on the paper (结业证书) with its Chinese label, in the order of reading. */
export const PRINTED = {
  number: '证书编号',
  name: '姓名',
  schoolName: '工作单位',
  projectTitle: '培训项目',
  projectNumber: '项目编号',
  cohortTitle: '班次',
  level: '项目级别',
  from: '培训开始',
  to: '培训结束',
  hours: '学时',
  providerName: '承训单位',
  issuer: '发证单位',
  issuedOn: '发证日期',
} as const

/** Hours with two decimals as text, days as `YYYY-MM-DD`, the level in words. What there is none of is ''. */
export type PrintedCertificate = Record<keyof typeof PRINTED, string>

/** The life of a certificate (结业证书). One that came from another bureau is that bureau's to take back. */
export const CERTIFICATE: Machine<CertificateState, CertificateAction> = {
  entity: 'certificate',
  title: '结业证书',
  initial: 'valid',
  states: { valid: '有效', revoked: '已撤销', superseded: '已换发' },
  moves: [
    {
      action: 'revoke',
      from: ['valid'],
      to: 'revoked',
      roles: ['office'],
      guard: { fact: 'issued_here', refusal: 'forbidden' },
      note: 'required',
      meaning: '撤销',
    },
    {
      action: 'supersede',
      from: ['valid'],
      to: 'superseded',
      roles: ['office'],
      guard: { fact: 'issued_here', refusal: 'forbidden' },
      note: 'required',
      meaning: '更正换发，原证书作废',
    },
  ],
  waits: {},
}
