/** @jsxImportSource hono/jsx */
import { jsonShape } from '@shixun/contract/json-shape'
import { PART_TITLES } from '@shixun/contract/openapi'
import { PROBLEMS } from '@shixun/contract/problem'
import { refusalsOf } from '@shixun/contract/refusals-of'
import { PARTS, type Part, type Route } from '@shixun/contract/route'
import { ALL_ROUTES } from '@shixun/contract/routes'
import { type Field, fieldsOfShape } from './shape-fields.ts'

function FieldTable({ caption, fields }: { caption: string; fields: readonly Field[] }) {
  if (fields.length === 0) return null
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">类型</th>
          <th scope="col">必填</th>
          <th scope="col">限制</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr>
            <td>
              <code>{field.name}</code>
            </td>
            <td>{field.type}</td>
            <td>{field.required ? '是' : ''}</td>
            <td>{field.limits}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RouteEntry({ route }: { route: Route }) {
  const fields = (schema: Route['body'], io: 'input' | 'output') => (schema ? fieldsOfShape(jsonShape(schema, io)) : [])
  return (
    <details id={route.id}>
      <summary>
        <span class="method">{route.method}</span> <code>{route.path}</code> {route.summary}
      </summary>
      <p class="quiet">
        operationId <code>{route.id}</code>，权限 <code>{route.may}</code>
        {route.ifMatch === 'required' ? '，须带 If-Match' : ''}
      </p>
      <FieldTable caption="查询参数" fields={fields(route.query, 'input')} />
      <FieldTable caption="请求体" fields={route.media === 'multipart' ? [] : fields(route.body, 'input')} />
      <FieldTable caption={`答复 ${route.status}`} fields={fields(route.out ?? undefined, 'output')} />
      <p class="quiet">
        可能的错误：
        {refusalsOf(route)
          .map((code) => `${PROBLEMS[code].status} ${code}`)
          .join('，')}
      </p>
    </details>
  )
}

function PartSection({ part }: { part: Part }) {
  return (
    <section>
      <h2 id={part}>{PART_TITLES[part]}</h2>
      {ALL_ROUTES.filter((route) => route.part === part).map((route) => (
        <RouteEntry route={route} />
      ))}
    </section>
  )
}

function ApiDocs() {
  const parts = PARTS.filter((part) => ALL_ROUTES.some((route) => route.part === part))
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>师训云接口文档</title>
        <link rel="stylesheet" href="/public.css" />
      </head>
      <body>
        <header>
          <h1>师训云接口文档</h1>
          <p>
            机器可读：<a href="/api/openapi.json">OpenAPI 3.1</a>
          </p>
        </header>
        <main>
          <nav aria-label="目录">
            <ul>
              {parts.map((part) => (
                <li>
                  <a href={`#${part}`}>{PART_TITLES[part]}</a>
                </li>
              ))}
            </ul>
          </nav>
          {parts.map((part) => (
            <PartSection part={part} />
          ))}
        </main>
      </body>
    </html>
  )
}

/** The contract for people: one page without script. */
export function apiDocsPage(): string {
  return `<!doctype html>${<ApiDocs />}`
}
