import type { RobotKind } from '@shixun/domain/inbox/robot'
import { type FieldProblem, ok, type Result, refuse } from '@shixun/domain/shared/result'

/** A robot's address that may be called: all of it is secret but its host and the last characters of its key. */
export type Webhook = { address: string; host: string; tail: string }

/** Where each product takes messages, and the parameter that holds the key. */
const PLACES: Record<RobotKind, { host: string; path: string; key: string }> = {
  wecom: { host: 'qyapi.weixin.qq.com', path: '/cgi-bin/webhook/send', key: 'key' },
  dingtalk: { host: 'oapi.dingtalk.com', path: '/robot/send', key: 'access_token' },
}

/** A key shorter than this would be given away by its tail. */
const SHORTEST_KEY = 16
const POINTER = '/address'

/** `hosts`: names reached by https alone, or whole origins. Nothing else is ever called: a bureau's robot must not become a way into somebody's network. */
export function readWebhook(kind: RobotKind, text: string, hosts: readonly string[]): Result<Webhook, FieldProblem> {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.username !== '' || url.password !== '') return refuse({ pointer: POINTER, problem: 'not_a_webhook' })
  const { host, path, key } = PLACES[kind]
  const other = Object.values(PLACES).some((place) => place.host === url.host && place.host !== host)
  if (other) return refuse({ pointer: POINTER, problem: 'webhook_of_other_kind' })
  const origins = hosts.map((entry) => (entry.includes('://') ? entry : `https://${entry}`))
  if (!origins.includes(url.origin)) return refuse({ pointer: POINTER, problem: 'host_not_allowed', limit: host })
  const secret = url.searchParams.get(key) ?? ''
  if (url.pathname !== path || secret.length < SHORTEST_KEY)
    return refuse({ pointer: POINTER, problem: 'not_a_webhook' })
  url.hash = ''
  return ok({ address: url.href, host: url.host, tail: secret.slice(-4) })
}

/** The parts of an address that must stand in no log and no answer. */
export function secretsOf(address: string): string[] {
  return [address, ...new URL(address).searchParams.values()]
}
