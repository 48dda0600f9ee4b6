/** @jsxImportSource hono/jsx */
import { noticesShown } from '@shixun/db/tenant/notices'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { receiptOf } from '../objections/receipt.ts'
import { NoticeMark } from './notice-mark.tsx'
import { publicPage } from './public-page.tsx'

const PAGE = 20

/** Where somebody who objected reads the answer. A wrong receipt comes back here with what was typed. */
function ReceiptForm({ typed }: { typed: string | undefined }) {
  return (
    <form method="get" class="receipt-form">
      <label for="receipt">凭回执号查询异议的答复</label>
      <input
        id="receipt"
        name="receipt"
        value={typed ?? ''}
        maxlength={60}
        required
        autocomplete="off"
        aria-invalid={typed === undefined ? undefined : 'true'}
        aria-describedby={typed === undefined ? undefined : 'receipt-error'}
      />
      <button type="submit">查询</button>
      {typed !== undefined && (
        <p class="error" id="receipt-error" role="alert">
          回执号是四组各四位的字母和数字，如 7K3M-9QXT-2B4C-8DFG，请核对后重新输入。
        </p>
      )}
    </form>
  )
}

/** 公示列表的公开页面：every notice whose first day has come, the newest first. */
export async function showNotices(
  scene: DistrictScene,
  { query, raw }: { query: { after?: string | undefined; receipt?: string | undefined }; raw: Request },
): Promise<Verdict> {
  const { slug } = scene.store.tenant.district
  const receipt = query.receipt === undefined ? null : receiptOf(query.receipt)
  if (receipt !== null) {
    const location = `/notices/${slug}/objections/${receipt}`
    return ok(new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } }))
  }
  const today = chinaDate(scene.now)
  const [found] = await scene.store.tenant.read(noticesShown({ today, after: query.after ?? NEWEST, limit: PAGE + 1 }))
  const { rows, after } = pageOf(found, PAGE)
  const next = nextLink(raw, after)
  const page = publicPage(scene, {
    title: '公示',
    ...(query.receipt === undefined ? { keep: 60 } : {}),
    children: (
      <>
        {rows.length === 0 ? (
          <p>{query.after === undefined ? '目前没有公示。' : '没有更早的公示了。'}</p>
        ) : (
          <ul class="notices">
            {rows.map((row) => (
              <li>
                <a href={`/notices/${slug}/${row.id}`}>{row.title}</a>
                <p class="quiet">
                  公示期 {row.startsOn} 至 {row.endsOn}，{row.itemsTotal} 项 <NoticeMark notice={row} today={today} />
                </p>
              </li>
            ))}
          </ul>
        )}
        {(query.after !== undefined || next) && (
          <nav class="actions" aria-label="翻页">
            {query.after !== undefined && <a href={`/notices/${slug}`}>最新的公示</a>}
            {next && <a href={next}>更早的公示</a>}
          </nav>
        )}
        <h2>异议的答复</h2>
        <ReceiptForm typed={query.receipt} />
        <p class="quiet">
          可以用订阅软件关注本局的公示：<a href={`/notices/${slug}/feed.atom`}>Atom 订阅</a>
        </p>
      </>
    ),
  })
  return ok(page)
}
