/** @jsxImportSource hono/jsx */
import { noticeById, noticeReplacing } from '@shixun/db/tenant/notices'
import { noticePhase } from '@shixun/domain/calls/notices/notice'
import { scopeOf } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import type { NoticeRow } from './notice-card.ts'
import { NoticeMark } from './notice-mark.tsx'
import { publicPage } from './public-page.tsx'

function Items({ items }: { items: NoticeRow['items'] }) {
  return (
    <table>
      <caption>公示名单，共 {items.length} 项</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">项目名称</th>
          <th scope="col">申报单位</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr>
            <td>{index + 1}</td>
            <td>{item.title}</td>
            <td>{item.unitName}</td>
            <td>{item.result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Officials of the bureau look at a page before its first day; to everybody else it does not exist yet. */
function mayPreview({ visitor, store }: DistrictScene): boolean {
  if (visitor.kind !== 'person' || visitor.district?.id !== store.tenant.district.id) return false
  return scopeOf(visitor, 'notice.write') !== null
}

/** 公示的公开页面：names of units, titles and results only; it needs no script. */
export async function showNotice(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[notice], [newer]] = await scene.store.tenant.read(noticeById(params), noticeReplacing(params))
  const today = chinaDate(scene.now)
  const phase = notice ? noticePhase(notice, today) : 'coming'
  if (!notice || (phase === 'coming' && !mayPreview(scene))) return refuse({ code: 'not-found' })
  const home = `/notices/${scene.store.tenant.district.slug}`
  const successor = newer && newer.startsOn <= today ? newer : null
  const page = publicPage(scene, {
    title: notice.title,
    noindex: phase === 'revoked',
    ...(phase === 'coming' ? {} : { keep: 60 }),
    children: (
      <>
        <p class="meta">
          公示期：{notice.startsOn} 至 {notice.endsOn}（{notice.workingDays} 个工作日）{' '}
          <NoticeMark notice={notice} today={today} />
        </p>
        {phase === 'coming' && <p class="hint">预览：这个页面从 {notice.startsOn} 起公开。</p>}
        {phase === 'revoked' && (
          <p class="hint">
            有异议经核实成立，本公示已撤销，名单不再有效。
            {successor ? <a href={`${home}/${successor.id}`}>查看重新公示</a> : '将重新公示。'}
          </p>
        )}
        {notice.replaces && (
          <p class="hint">
            本公示替代已撤销的<a href={`${home}/${notice.replaces}`}>原公示</a>。
          </p>
        )}
        {notice.body.split('\n').map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <Items items={notice.items} />
        {phase === 'standing' && (
          <>
            <p>公示期内如有异议，请在本页提交，或向本局师训科反映；可以实名，也可以匿名，须写明事实和依据。</p>
            <p class="actions">
              <a class="button" href={`${home}/${notice.id}/objection`}>
                提出异议
              </a>
            </p>
          </>
        )}
        <p class="actions">
          <a href={home}>本局全部公示</a>
        </p>
      </>
    ),
  })
  return ok(page)
}
