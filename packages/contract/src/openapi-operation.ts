import { jsonShape, type Shape } from './json-shape.ts'
import { PROBLEMS, problemType } from './problem.ts'
import { refusalsOf } from './refusals-of.ts'
import type { Route } from './route.ts'
import { Id, Slug } from './shapes.ts'

type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Shape
  description?: string
}

const MEDIA = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
  bytes: 'application/octet-stream',
} as const
const FILE: Shape = {
  type: 'object',
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  required: ['file'],
}

/** `/a/:b` as OpenAPI writes it: `/a/{b}`. */
export function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function pathParameters(route: Route): Parameter[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const schema = name === 'district' ? Slug : name === 'id' || name.endsWith('Id') ? Id : null
    return { name, in: 'path', required: true, schema: schema ? jsonShape(schema, 'input') : { type: 'string' } }
  })
}

function queryParameters(route: Route): Parameter[] {
  if (!route.query) return []
  const { properties = {}, required = [] } = jsonShape(route.query, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function headerParameters(route: Route): Parameter[] {
  const parameters: Parameter[] = []
  if (route.ifMatch)
    parameters.push({
      name: 'If-Match',
      in: 'header',
      required: route.ifMatch === 'required',
      schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
      description: '所见版本的 ETag',
    })
  if (route.method !== 'GET')
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,255}$' },
      description: '同一个键重复请求，只生效一次，得到同一个答复',
    })
  return parameters
}

function requestBody(route: Route): Record<string, unknown> {
  if (!route.body) return {}
  const media = route.media ?? 'json'
  const schema: Shape = media === 'multipart' ? FILE : media === 'bytes' ? {} : jsonShape(route.body, 'input')
  const content = { [MEDIA[media]]: media === 'bytes' ? {} : { schema } }
  // an empty JSON body is read as {}
  const required = media !== 'json' || (schema.required ?? []).length > 0 || schema.anyOf !== undefined
  return { requestBody: { required, content } }
}

function answerContent(route: Route, schema: Shape | null): Record<string, unknown> {
  if (route.produces === 'html') return { content: { 'text/html': { schema: { type: 'string' } } } }
  if (route.produces === 'bytes') return { content: { 'application/octet-stream': {} } }
  if (!schema) return {}
  const csv = route.query && 'format' in route.query.shape ? { 'text/csv': { schema: { type: 'string' } } } : {}
  const workbook = route.sheet ? { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {} } : {}
  return { content: { 'application/json': { schema }, ...workbook, ...csv } }
}

function answers(route: Route): Record<string, unknown> {
  const schema = route.out ? jsonShape(route.out, 'output') : null
  const tagged = schema?.properties?.['version'] !== undefined && schema.properties['actions'] !== undefined
  const headers = tagged
    ? { headers: { ETag: { schema: { type: 'string' }, description: '当前版本，用于 If-Match' } } }
    : {}
  return {
    [route.status]: { description: route.summary, ...headers, ...answerContent(route, schema) },
    ...(route.method === 'GET' && tagged ? { 304: { description: '没有变化' } } : {}),
  }
}

function problems(route: Route): Record<string, unknown> {
  const codes = refusalsOf(route)
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b)
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => PROBLEMS[code].status === status)
      const types = { type: 'object', properties: { type: { enum: here.map(problemType) } } }
      const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, types] }
      const description = here.map((code) => PROBLEMS[code].title).join('；')
      return [status, { description, content: { 'application/problem+json': { schema } } }]
    }),
  )
}

function security(route: Route): Record<string, string[]>[] {
  if (route.may === 'public') return []
  return [route.may === 'province' ? { accessToken: [] } : { session: [] }]
}

/** One route as an OpenAPI operation object. `x-permission` names what the visitor's role must grant. */
export function operationOf(route: Route): Record<string, unknown> {
  const parameters = [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)]
  return {
    operationId: route.id,
    tags: [route.part],
    summary: route.summary,
    'x-permission': route.may,
    security: security(route),
    ...(parameters.length ? { parameters } : {}),
    ...requestBody(route),
    responses: { ...answers(route), ...problems(route) },
  }
}
