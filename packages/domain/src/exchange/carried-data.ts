import type { EnvelopeKind } from './envelope.ts'

/** Fields about persons that an envelope of this kind carries, in words: what journals and screens say of it. */
export const CARRIED: Readonly<Record<EnvelopeKind, readonly string[]>> = {
  nomination: [],
  decision: [],
  listing: [],
  adoption: [],
  cohort_offer: [],
  guest_nomination: ['推荐编号', '姓名', '学校', '学科', '学段', '签到凭据的指纹'],
  guest_answer: ['推荐编号', '确认或退出', '原因'],
  guest_state: ['推荐编号', '录取状态', '原因', '递补确认截止日'],
  guest_result: ['推荐编号', '结业结果', '应到与实到分钟', '逐日学时'],
  guest_certificate: ['推荐编号', '证书全部印载内容（含姓名、学校）', '证书状态'],
}

/** The member of a body under which its persons stand. */
const PERSONS = ['people', 'results', 'certificates'] as const

/** How many persons an envelope is about, and which fields of each travel; null when none does. */
export function carriedData(
  kind: string,
  body: Readonly<Record<string, unknown>>,
): { persons: number; fields: readonly string[] } | null {
  const fields = CARRIED[kind as EnvelopeKind] ?? []
  if (fields.length === 0) return null
  const list = PERSONS.map((name) => body[name]).find(Array.isArray)
  return { persons: list?.length ?? 0, fields }
}
