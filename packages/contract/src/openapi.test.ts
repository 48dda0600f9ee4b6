import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { printOpenapi } from './openapi.ts'
import { ALL_ROUTES } from './routes.ts'

type Operation = {
  operationId: string
  tags: string[]
  'x-permission': string
  security: object[]
  parameters?: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { required: boolean; content: Record<string, unknown> }
  responses: Record<string, { headers?: Record<string, unknown>; content?: Record<string, { schema: unknown }> }>
}
const document = printOpenapi('1.2.3') as unknown as { paths: Record<string, Record<string, Operation>> }
const operation = (path: string, method: string) => document.paths[path]?.[method]

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const verdict = await validator.validate(structuredClone(printOpenapi('1.2.3')))
    expect(verdict.errors ?? []).toEqual([])
    expect(verdict.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('holds every route once, and nothing else', () => {
    const printed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method} ${path}`),
    )
    const declared = ALL_ROUTES.map(
      ({ id, method, path }) => `${id} ${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
    )
    expect(printed.sort()).toEqual(declared.sort())
    expect(new Set(ALL_ROUTES.map(({ id }) => id)).size).toBe(ALL_ROUTES.length)
  })

  it('names part and permission of each operation, and every parameter of its path', () => {
    for (const route of ALL_ROUTES) {
      const path = route.path.replace(/:(\w+)/g, '{$1}')
      const one = operation(path, route.method.toLowerCase())
      expect(one?.tags).toEqual([route.part])
      expect(one?.['x-permission']).toBe(route.may)
      const named = one?.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? []
      expect(named).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
    }
  })

  it('asks for If-Match where the kit does, and answers with ETag', () => {
    const edit = operation('/api/districts/{district}/schools/{id}', 'patch')
    expect(edit?.parameters).toContainEqual(expect.objectContaining({ name: 'If-Match', in: 'header', required: true }))
    expect(Object.keys(edit?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '412', '428', '404', '422', '503']),
    )
    expect(edit?.responses['200']?.headers).toHaveProperty('ETag')
    expect(operation('/api/districts/{district}/schools/{id}', 'get')?.responses).toHaveProperty('304')
    expect(operation('/api/districts/{district}/schools', 'get')?.responses).not.toHaveProperty('304')
  })

  it('states limits of paging as numbers, with their default', () => {
    const limit = operation('/api/districts/{district}/schools', 'get')?.parameters?.find(
      ({ name }) => name === 'limit',
    )
    expect(limit).toMatchObject({ required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 20 } })
  })

  it('separates session, access token and public', () => {
    expect(operation('/feeds/v1/changes', 'get')?.security).toEqual([{ accessToken: [] }])
    expect(operation('/api/session', 'post')?.security).toEqual([])
    expect(operation('/api/session', 'get')?.security).toEqual([{ session: [] }])
  })

  it('tells files from JSON', () => {
    const attach = operation('/api/districts/{district}/applications/{id}/attachments', 'post')
    expect(Object.keys(attach?.requestBody?.content ?? {})).toEqual(['multipart/form-data'])
    expect(Object.keys(operation('/oauth/token', 'post')?.requestBody?.content ?? {})).toEqual([
      'application/x-www-form-urlencoded',
    ])
  })
})
