/** Why a receiver refuses an envelope. The code travels and is stored; people read the words. */
export const REASONS = {
  'receiver-unknown': '没有这个教育局，或该局尚未开通',
  'signature-invalid': '签名无效，或内容在途中被改动',
  'body-invalid': '内容不完整或不符合规定',
  'kind-unknown': '对方不接收这类信封',
  'not-a-curator': '对方不是市、省教育局，不评审精品项目',
  'no-open-call': '对方目前没有开放的精品项目申报批次',
  'quota-used-up': '本局在对方该批次的推荐名额已用完',
  'listing-unknown': '精品项目库没有这个项目或这个版本',
  'not-the-curator': '该项目由另一个教育局评审，不能代为变更',
} as const
export type Reason = keyof typeof REASONS

/** A stored reason in words. */
export function reasonText(reason: string | null): string | null {
  return reason === null ? null : (REASONS[reason as Reason] ?? reason)
}
