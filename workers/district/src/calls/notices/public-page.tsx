/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { DistrictScene } from '../../store.ts'

type Given = {
  title: string
  children: Child
  status?: number
  /** Seconds that anybody may keep the page; without it nobody may. */
  keep?: number
  /** Pages of one person's affair, and what was taken back, are not for search engines. */
  noindex?: boolean
}

/** A public page of the bureau: headed with its name, and of use without a script. */
export function publicPage(scene: DistrictScene, { title, children, status = 200, keep, noindex }: Given): Response {
  const { name, slug } = scene.store.tenant.district
  const home = `/notices/${slug}`
  const page = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {noindex && <meta name="robots" content="noindex" />}
        <title>{`${title} - ${name}`}</title>
        <link rel="stylesheet" href="/public.css" />
        <link rel="stylesheet" href="/notices.css" />
        <link rel="alternate" type="application/atom+xml" title={`${name}公示`} href={`${home}/feed.atom`} />
      </head>
      <body>
        <header>
          <a href={home}>{name}</a>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  )
  return new Response(`<!doctype html>${page}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': keep === undefined ? 'no-store' : `public, max-age=${keep}`,
      ...(noindex ? { 'x-robots-tag': 'noindex' } : {}),
    },
  })
}
