import type { RobotEvent, RobotKind } from '@shixun/domain/inbox/robot'
import type { CallInput } from '../../call.ts'
import type { ItemOf } from '../../use-pages.ts'

export type Robot = ItemOf<'listRobots'>

/** What the form holds. `unsigned` takes a stored signature away. */
export interface RobotDraft {
  kind: RobotKind
  name: string
  address: string
  secret: string
  unsigned: boolean
  events: RobotEvent[]
}

/** What of an address may be seen. */
export function addressShown({ host, addressTail }: Pick<Robot, 'host' | 'addressTail'>): string {
  return `${host} ****${addressTail}`
}

export function emptyDraft(): RobotDraft {
  return { kind: 'wecom', name: '', address: '', secret: '', unsigned: false, events: ['digest.daily'] }
}

export function draftOf({ kind, name, events }: Robot): RobotDraft {
  return { kind, name, address: '', secret: '', unsigned: false, events: [...events] }
}

/** What a new robot is sent as. */
export function newBody(draft: RobotDraft): CallInput<'createRobot'>['body'] {
  const { kind, events } = draft
  const secret = kind === 'dingtalk' ? draft.secret.trim() : ''
  return {
    kind,
    name: draft.name.trim(),
    address: draft.address.trim(),
    events,
    ...(secret === '' ? {} : { secret }),
  }
}

/** What an edit is sent as: an empty address or secret says nothing. */
export function changedBody(draft: RobotDraft): CallInput<'editRobot'>['body'] {
  const address = draft.address.trim()
  const secret = draft.unsigned ? null : draft.secret.trim()
  return {
    name: draft.name.trim(),
    events: draft.events,
    ...(address === '' ? {} : { address }),
    ...(secret === '' ? {} : { secret }),
  }
}
