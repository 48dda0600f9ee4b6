/** @jsxImportSource hono/jsx */
import {
  evidenceOfReceipt,
  noticeOfReceipt,
  noticeReplacingOfReceipt,
  objectionByReceipt,
} from '@shixun/db/tenant/notices'
import { OBJECTION } from '@shixun/domain/calls/notices/notice'
import { chinaDate, chinaTime } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import type { ObjectionRow } from '../notices/notice-card.ts'
import { publicPage } from '../notices/public-page.tsx'
import { receiptHash, receiptOf } from './receipt.ts'

function Answer({ objection }: { objection: ObjectionRow }) {
  if (objection.state === 'open')
    return (
      <p>
        已经收到，正在核实，应在 <strong>{objection.dueOn ?? '近日'}</strong>{' '}
        以前（含当日）答复。答复前，公示的结果不会生效。
      </p>
    )
  return (
    <>
      {(objection.answer ?? '').split('\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {objection.answeredAt && <p class="quiet">答复时间：{chinaTime(objection.answeredAt)}</p>}
    </>
  )
}

/** 凭回执查询异议：state and answer, never who objected nor what was written. */
export async function showObjectionAnswer(
  scene: DistrictScene,
  { params }: { params: { receipt: string } },
): Promise<Verdict> {
  const receipt = receiptOf(params.receipt)
  if (receipt === null) return refuse({ code: 'not-found' })
  const key = { receipt: await receiptHash(receipt) }
  const [[objection], [notice], [newer], evidence] = await scene.store.tenant.read(
    objectionByReceipt(key),
    noticeOfReceipt(key),
    noticeReplacingOfReceipt(key),
    evidenceOfReceipt(key),
  )
  if (!objection || !notice) return refuse({ code: 'not-found' })
  const home = `/notices/${scene.store.tenant.district.slug}`
  const successor = newer && newer.startsOn <= chinaDate(scene.now) ? newer : null
  const page = publicPage(scene, {
    title: '异议办理情况',
    noindex: true,
    children: (
      <>
        <p class="receipt">
          回执号 <strong>{receipt}</strong>
        </p>
        <p class="hint">请抄下或拍下回执号，也可以收藏本页：凭它查询答复，遗失不能补发。</p>
        <dl>
          <dt>针对的公示</dt>
          <dd>
            <a href={`${home}/${notice.id}`}>{notice.title}</a>
          </dd>
          <dt>提交时间</dt>
          <dd>{chinaTime(objection.createdAt)}</dd>
          <dt>提出方式</dt>
          <dd>
            {objection.named ? '实名' : '匿名'}
            {evidence.length > 0 && `，附证据材料 ${evidence.length} 件`}
          </dd>
          <dt>办理情况</dt>
          <dd>
            <strong>{OBJECTION.states[objection.state]}</strong>
          </dd>
        </dl>
        <h2>答复</h2>
        <Answer objection={objection} />
        {successor && (
          <p class="actions">
            <a href={`${home}/${successor.id}`}>查看重新公示</a>
          </p>
        )}
      </>
    ),
  })
  return ok(page)
}
