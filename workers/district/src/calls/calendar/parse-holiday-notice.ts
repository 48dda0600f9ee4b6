import { parseHolidayNotice as parse } from '@shixun/domain/calls/calendar/parse-holiday-notice'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'

/** 识别节假日安排通知：what the pasted text says, with its doubts; the office looks at it before it saves the setting. */
export async function parseHolidayNotice(_: DistrictScene, { body }: { body: { text: string } }): Promise<Verdict> {
  const parsed = parse(body.text)
  return parsed.ok
    ? ok({ body: parsed.value })
    : refuse({ code: 'invalid-input', fields: [{ pointer: '/text', problem: parsed.refusal.problem }] })
}
