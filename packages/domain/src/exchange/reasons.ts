/** Why a receiver refuses an envelope. The code travels and is stored; people read the words. */
const REASONS = {
  'receiver-unknown': '没有这个教育局，或该局尚未开通',
  'signature-invalid': '签名无效，或内容在途中被改动',
  'body-invalid': '内容不完整或不符合规定',
  'kind-unknown': '对方不接收这类信封',
  'not-a-curator': '对方不是市、省教育局，不评审精品项目',
  'no-open-call': '对方目前没有开放的精品项目申报批次',
  'quota-used-up': '本局在对方该批次的推荐名额已用完',
  'listing-unknown': '精品项目库没有这个项目或这个版本',
  'not-the-curator': '该项目由另一个教育局评审，不能代为变更',
  'offer-unknown': '没有这项名额，或不是发给本局的',
  'offer-withdrawn': '主办局已撤回名额或取消班次',
  'offer-lapsed': '名额已到期收回',
  'cohort-not-nominating': '班次已截止推荐',
  'places-used-up': '超过主办局分配给本局的名额',
  'guest-unknown': '名单中有主办局或本局没有的学员',
  'guest-known': '名单中有已报送过的学员',
  'state-over': '学员已不在可变更的状态',
  'hours-contradict': '学时自相矛盾，或与已登记的不一致',
  'certificate-invalid': '证书编码与印载内容不符，或不是对方签发的',
} as const
export type Reason = keyof typeof REASONS

/** A stored reason in words. */
export function reasonText(reason: string | null): string | null {
  return reason === null ? null : (REASONS[reason as Reason] ?? reason)
}
