/** @jsxImportSource hono/jsx */
import type { CertificateRow } from '@shixun/db/tenant/certificates'
import { CERTIFICATE, PRINTED, type PrintedCertificate } from '@shixun/domain/credits/certificate'
import { chinaTime } from '@shixun/domain/shared/china-time'
import type { Child } from 'hono/jsx'
import { wholeCode } from './sign-certificate.ts'

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
}

function page(status: number, title: string, children: Child): Response {
  const whole = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{title}</title>
        <link rel="stylesheet" href="/public.css" />
        <link rel="stylesheet" href="/certificate.css" />
      </head>
      <body>
        <header>结业证书查验</header>
        <main>{children}</main>
      </body>
    </html>
  )
  return new Response(`<!doctype html>${whole}`, { status, headers: HEADERS })
}

/** The same bytes for a code that nobody signed and for one that leads nowhere. */
export function unknownPage(): Response {
  return page(
    404,
    '查无此证书',
    <>
      <h1 class="status">
        <span class="sign" aria-hidden="true">
          ✕
        </span>
        查无此证书
      </h1>
      <p>这个二维码或网址不是本平台签发的证书，或者没有复制完整。</p>
      <p>
        请重新扫描证书上的二维码，并核对网址开头是不是发证单位公布的域名。仍然打不开的，请带上证书联系发证单位核实，不要轻信。
      </p>
    </>,
  )
}

/** What is printed was changed behind our back: nobody may rely on it. */
export function alteredPage(): Response {
  return page(
    503,
    '暂时无法查验',
    <>
      <h1 class="status">暂时无法查验</h1>
      <p>这张证书的登记内容与签名不一致，已停止显示。请联系发证单位核实。</p>
    </>,
  )
}

const WORDS = {
  valid: { sign: '✓', words: '证书有效', about: '以下内容与本单位登记的一致，并经数字签名核对。' },
  revoked: { sign: '✕', words: '证书已撤销', about: '这张证书已经作废，不能再作为证明。' },
  superseded: { sign: '↻', words: '证书已换发', about: '这张证书内容有更正，已经作废，以换发的新证书为准。' },
} as const

function Status({ row, successor }: { row: CertificateRow; successor: CertificateRow | undefined }) {
  const { sign, words, about } = WORDS[row.state]
  return (
    <div class={`verdict verdict-${row.state}`}>
      <h1 class="status">
        <span class="sign" aria-hidden="true">
          {sign}
        </span>
        {words}
      </h1>
      <p>{about}</p>
      {row.endedAt && <p>{`${CERTIFICATE.states[row.state]}时间：${chinaTime(row.endedAt)}`}</p>}
      {successor && (
        <p>
          换发的证书：<a href={`/v/${wholeCode(successor)}`}>{successor.number}</a>
        </p>
      )}
    </div>
  )
}

/** Everything on the paper, field by field, and what has become of it. Paper and record must agree. */
export function certificatePage(row: CertificateRow, successor: CertificateRow | undefined): Response {
  const fields = Object.entries(PRINTED) as [keyof PrintedCertificate, string][]
  return page(
    200,
    `${WORDS[row.state].words} ${row.number}`,
    <>
      <Status row={row} successor={successor} />
      <h2>证书上印制的全部内容</h2>
      <p class="quiet">请与手中的证书逐项核对，有一项不同就不是原件。</p>
      <dl class="printed">
        {fields.map(([key, label]) => (
          <div>
            <dt>{label}</dt>
            <dd>{row.printed[key] === '' ? '（空）' : row.printed[key]}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">
        {`签名密钥 ${row.kid}。可以不依赖本网站离线验证：`}
        <a href="/.well-known/certificate-keys.json">公钥</a>
      </p>
    </>,
  )
}
