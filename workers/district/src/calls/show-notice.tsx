/** @jsxImportSource hono/jsx */
import { noticeById } from '@shixun/db/tenant/calls'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import type { NoticeRow } from './notice-card.ts'

const STATES = { standing: '公示中', concluded: '公示期满', revoked: '已撤销，将重新公示' } as const

function NoticePage({ notice, bureau, slug }: { notice: NoticeRow; bureau: string; slug: string }) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${notice.title} - ${bureau}`}</title>
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body>
        <main class="sheet">
          <p class="bureau">{bureau}</p>
          <h1>{notice.title}</h1>
          <p class="meta">
            公示期：{notice.startsOn} 至 {notice.endsOn}（{notice.workingDays} 个工作日）{' '}
            <strong>{STATES[notice.state]}</strong>
          </p>
          {notice.body.split('\n').map((paragraph) => (
            <p>{paragraph}</p>
          ))}
          <table>
            <thead>
              <tr>
                <th scope="col">序号</th>
                <th scope="col">项目名称</th>
                <th scope="col">申报单位</th>
                <th scope="col">结果</th>
              </tr>
            </thead>
            <tbody>
              {notice.items.map((item, index) => (
                <tr>
                  <td>{index + 1}</td>
                  <td>{item.title}</td>
                  <td>{item.unitName}</td>
                  <td>{item.result}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {notice.state === 'standing' && (
            <>
              <p>公示期内如有异议，请在本平台提交，或向本局师训科反映；可以实名，也可以匿名，须写明事实和依据。</p>
              <p class="actions">
                <a href={`/objection?district=${slug}&notice=${notice.id}`}>提出异议</a>
              </p>
            </>
          )}
        </main>
      </body>
    </html>
  )
}

/** 公示的公开页面：names of units, titles and results only; it needs no script. */
export async function showNotice(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[notice]] = await scene.store.tenant.read(noticeById({ id: params.id }))
  if (!notice) return refuse({ code: 'not-found' })
  const { name, slug } = scene.store.tenant.district
  const page = String(<NoticePage notice={notice} bureau={name} slug={slug} />)
  return ok(
    new Response(`<!doctype html>${page}`, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=60' },
    }),
  )
}
