import { ALL_ROUTES } from '@shixun/contract/routes'
import { expect, it } from 'vitest'
import { apiDocsPage } from './api-docs-page.tsx'
import { fieldsOfShape } from './shape-fields.ts'

it('shows every route with its method, path and permission, without script or inline style', () => {
  const html = apiDocsPage()
  for (const { id, path, may } of ALL_ROUTES) {
    expect(html).toContain(`<details id="${id}">`)
    expect(html).toContain(`<code>${path}</code>`)
    expect(html).toContain(`<code>${may}</code>`)
  }
  expect(html.match(/<script|<style|<[^>]*\sstyle=|<[^>]*\son\w+=|\[object/g)).toBeNull()
})

it('names nested members, their types and limits', () => {
  const limit = { type: 'integer', minimum: 1, maximum: 200, default: 20 }
  const rows = { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] } }
  expect(fieldsOfShape({ type: 'object', properties: { limit, rows }, required: ['rows'] })).toEqual([
    { name: 'limit', type: 'integer', required: false, limits: '最小 1，最大 200，默认 20' },
    { name: 'rows', type: 'object[]', required: true, limits: '' },
    { name: 'rows[].a', type: 'string', required: true, limits: '' },
  ])
})

it('stops where a shape nests deeper than three levels', () => {
  const leaf = { type: 'object', properties: { d: { type: 'string' } } }
  const deep = {
    type: 'object',
    properties: { a: { type: 'object', properties: { b: { type: 'object', properties: { c: leaf } } } } },
  }
  expect(fieldsOfShape(deep).map(({ name }) => name)).toEqual(['a', 'a.b', 'a.b.c'])
})
