import type { RobotKind } from './robot.ts'

/** What an answer of a robot means: it took the message, it may take it later, or it never will until a person acts. */
export type RobotOutcome = { kind: 'sent' } | { kind: 'later'; reason: string } | { kind: 'never'; reason: string }

type Row = { text: string; later?: true }

/**
 * Codes of the two products, in words that say what to do.
 * WeCom: developer.work.weixin.qq.com/document/path/90313 and /91770 (20 messages a minute).
 * DingTalk: open.dingtalk.com/document/orgapp/custom-robot-access (20 messages a minute, then barred for 10).
 */
const CODES: Record<RobotKind, Record<number, Row>> = {
  wecom: {
    [-1]: { text: '企业微信系统繁忙', later: true },
    40008: { text: '消息类型不被接受，请联系平台运维' },
    40058: { text: '消息内容不合规格，请联系平台运维' },
    44004: { text: '消息内容为空，请联系平台运维' },
    45009: { text: '发送过于频繁（每分钟最多 20 条）', later: true },
    45033: { text: '同时发送过多', later: true },
    93000: { text: 'Webhook 地址不正确，或机器人已被移出群：请在群里重新添加机器人并更换地址' },
    93004: { text: '机器人已被停用：请在群里启用，或重新添加后更换地址' },
    93008: { text: '机器人不在群里：请重新添加后更换地址' },
  },
  dingtalk: {
    [-1]: { text: '钉钉系统繁忙', later: true },
    40035: { text: '消息内容不合规格，请联系平台运维' },
    43004: { text: '消息内容不合规格，请联系平台运维' },
    90030: { text: '本月调用次数已达钉钉上限：请等到下月或升级钉钉版本' },
    130101: { text: '发送过于频繁（每分钟最多 20 条）', later: true },
    300001: { text: 'Webhook 地址中的 access_token 不存在：请在群里重新添加机器人并更换地址' },
    300005: { text: 'Webhook 地址中的 access_token 不存在：请在群里重新添加机器人并更换地址' },
    310000: {
      text: '没有通过机器人的安全设置：请核对加签密钥；用自定义关键词的请加上“师训云”；用 IP 地址段的请加上平台出口地址',
    },
    400013: { text: '群已解散：请换一个群' },
    400101: { text: 'Webhook 地址中的 access_token 不存在：请在群里重新添加机器人并更换地址' },
    400102: { text: '机器人已停用：请在群里启用' },
    400105: { text: '消息类型不被接受，请联系平台运维' },
    400106: { text: '机器人不存在：请重新添加后更换地址' },
    410100: { text: '发送过于频繁（每分钟最多 20 条）', later: true },
    430101: { text: '消息里的链接被钉钉判为不安全' },
    430102: { text: '消息里的文字被钉钉判为不合适' },
    430103: { text: '消息里的图片被钉钉判为不合适' },
    430104: { text: '消息内容被钉钉判为不合适' },
    460101: { text: '消息过长，请联系平台运维' },
    460102: { text: '消息内容不合规格，请联系平台运维' },
  },
}

/** Statuses that a later try may change; every other 3xx and 4xx says that this request is wrong. */
const PASSING = [408, 425, 429]

/**
 * Reads the answer of a robot: HTTP status, and of a 200 its JSON `{errcode, errmsg}`. `secrets` are the texts that
 * must not stand in a reason, should the other side repeat them.
 */
export function readRobotAnswer(
  kind: RobotKind,
  answer: { status: number; body: string },
  secrets: readonly string[],
): RobotOutcome {
  const { status, body } = answer
  if (status >= 500 || PASSING.includes(status))
    return { kind: 'later', reason: `对方服务器暂不可用（HTTP ${status}）` }
  if (status < 200 || status >= 300)
    return { kind: 'never', reason: `地址不接受消息（HTTP ${status}）：请核对 Webhook 地址` }
  const { code, message } = parsed(body)
  if (code === null) return { kind: 'later', reason: '对方的回答无法识别：请核对 Webhook 地址' }
  if (code === 0) return { kind: 'sent' }
  const known = CODES[kind][code]
  if (known) return { kind: known.later ? 'later' : 'never', reason: `${known.text}（errcode ${code}）` }
  const said = withoutSecrets(message, secrets).slice(0, 120)
  return { kind: 'later', reason: `对方拒收（errcode ${code}${said === '' ? '' : `：${said}`}）` }
}

function parsed(body: string): { code: number | null; message: string } {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null) return { code: null, message: '' }
    const code = 'errcode' in value && typeof value.errcode === 'number' ? value.errcode : null
    return { code, message: 'errmsg' in value && typeof value.errmsg === 'string' ? value.errmsg : '' }
  } catch {
    return { code: null, message: '' }
  }
}

/** A text of the other side with every secret replaced, and what looks like a key or an address with it. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const cleaned = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.split(secret).join('***'), text)
  return cleaned
    .replace(/https?:\/\/\S+/g, '***')
    .replace(/[A-Za-z0-9_-]{16,}/g, '***')
    .replace(/\s+/g, ' ')
    .trim()
}
