/** @jsxImportSource hono/jsx */
import { noticeById } from '@shixun/db/tenant/notices'
import { noticePhase } from '@shixun/domain/calls/notices/notice'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import type { NoticeRow } from '../notices/notice-card.ts'
import { publicPage } from '../notices/public-page.tsx'
import { type FormErrors, ObjectionForm, type TypedObjection } from './objection-form.tsx'
import { newReceipt } from './receipt.ts'

const CLOSED = {
  over: '公示期已满，不能再提出异议。如有新的情况，请直接向本局师训科反映。',
  concluded: '公示已经结束，不能再提出异议。如有新的情况，请直接向本局师训科反映。',
  revoked: '这个公示已经撤销，不必再提出异议；对重新公示的名单有异议，请在新的公示页面提出。',
}

/** The page on which an objection is written, as it is opened and as it comes back with what is wrong. */
export function objectionPage(
  scene: DistrictScene,
  notice: NoticeRow,
  given: { typed: TypedObjection; errors: FormErrors; status?: number },
): Response {
  const phase = noticePhase(notice, chinaDate(scene.now))
  const back = `/notices/${scene.store.tenant.district.slug}/${notice.id}`
  const { typed, errors, status = 200 } = given
  return publicPage(scene, {
    title: '提出异议',
    noindex: true,
    status,
    children: (
      <>
        <p class="meta">
          针对：<a href={back}>{notice.title}</a>（公示至 {notice.endsOn}）
        </p>
        {phase === 'standing' || phase === 'coming' ? (
          <ObjectionForm typed={typed} errors={errors} />
        ) : (
          <>
            <p class="error" role="alert">
              {CLOSED[phase]}
            </p>
            {typed.text !== '' && (
              <>
                <p>您写的内容没有提交，可以复制保存：</p>
                <pre>{typed.text}</pre>
              </>
            )}
          </>
        )}
      </>
    ),
  })
}

/** 提出异议的表单（公开页面）。A notice that is not public yet is not found. */
export async function showObjectionForm(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[notice]] = await scene.store.tenant.read(noticeById({ id: params.id }))
  if (!notice || noticePhase(notice, chinaDate(scene.now)) === 'coming') return refuse({ code: 'not-found' })
  const typed = { named: true, name: '', contact: '', text: '', receipt: newReceipt() }
  return ok(objectionPage(scene, notice, { typed, errors: {} }))
}
