import { surveyById } from '@shixun/db/tenant/surveys'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'

/** 答卷页: the questions and the key, for whoever has the address. Who asks for it is not looked at. */
export async function readPaper(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(surveyById(params))
  if (!row || row.state === 'draft' || !row.publicKey) return refuse({ code: 'not-found' })
  const { id, title, subjectTitle, unitName, until, least, segments, publicKey } = row
  const { intro, questions } = row.body
  const state = row.state === 'open' && scene.now < until ? 'open' : 'closed'
  const bureau = scene.store.tenant.district.name
  return ok({
    body: { id, title, subjectTitle, unitName, bureau, state, until, least, intro, questions, segments, publicKey },
  })
}
