import type { Shape } from '@shixun/contract/json-shape'

/** One row of a field table: `a.b[]` names a member of the members of a list. */
export type Field = { name: string; type: string; required: boolean; limits: string }

const DEEPEST = 3
const LIMITS = {
  minLength: '最短',
  maxLength: '最长',
  minimum: '最小',
  maximum: '最大',
  minItems: '最少项',
  maxItems: '最多项',
  default: '默认',
  pattern: '格式',
} as const

function variantsOf(shape: Shape): Shape[] {
  return shape.anyOf ?? shape.oneOf ?? [shape]
}

function typeOf(shape: Shape): string {
  const names = variantsOf(shape).map((one) => {
    if (one.const !== undefined) return JSON.stringify(one.const)
    if (one.enum) return one.enum.join(' | ')
    if (one.type === 'array') return `${one.items ? typeOf(one.items) : ''}[]`
    return typeof one.format === 'string' ? one.format : [one.type ?? '任意'].flat().join(' | ')
  })
  return [...new Set(names)].join(' | ')
}

function limitsOf(shape: Shape): string {
  return variantsOf(shape)
    .flatMap((one) =>
      Object.entries(LIMITS).flatMap(([key, word]) =>
        one[key] === undefined || (key === 'pattern' && one.format)
          ? []
          : [`${word} ${typeof one[key] === 'object' ? JSON.stringify(one[key]) : one[key]}`],
      ),
    )
    .join('，')
}

/** The members of a shape as rows, nested ones with their path; deeper than three levels is left to the document. */
export function fieldsOfShape(shape: Shape, prefix = '', depth = 0): Field[] {
  return variantsOf(shape).flatMap((variant) => {
    if (variant.type === 'array' && variant.items) return fieldsOfShape(variant.items, `${prefix}[]`, depth)
    return Object.entries(variant.properties ?? {}).flatMap(([key, member]) => {
      const name = prefix === '' ? key : `${prefix}.${key}`
      const row = {
        name,
        type: typeOf(member),
        required: variant.required?.includes(key) ?? false,
        limits: limitsOf(member),
      }
      return depth + 1 < DEEPEST ? [row, ...fieldsOfShape(member, name, depth + 1)] : [row]
    })
  })
}
