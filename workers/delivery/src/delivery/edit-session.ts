import { SESSION } from '@shixun/domain/delivery/session'
import { checkSessions } from '@shixun/domain/delivery/timetable'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import type { NewSession } from './add-sessions.ts'
import { changeSession } from './change-session.ts'

type Given = {
  params: { id: string; session: string }
  body: { [K in keyof NewSession]?: NewSession[K] | undefined }
}

/** 修改一节课：calendars that phones subscribe to follow. */
export function editSession(scene: DeliveryScene, { params, body }: Given): Promise<Verdict> {
  return changeSession(scene, params, given(body), ({ cohort, row }) => {
    if (row.state !== 'planned') return refuse({ code: 'state-refuses', facts: { state: SESSION.states[row.state] } })
    const after = { ...row, ...given(body) }
    const fields = checkSessions([after], cohort.stages).map((one) => ({ ...one, pointer: one.pointer.slice(2) }))
    return fields.length > 0 ? refuse({ code: 'invalid-input', fields }) : ok({ after, verb: 'edit' })
  })
}

function given(body: Given['body']): Partial<NewSession & { channel: string }> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
}
