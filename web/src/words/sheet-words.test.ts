import { SHEET_WORDS } from '@shixun/contract/sheet-words'
import { expect, it } from 'vitest'
import { zh } from './zh.ts'

it('an exported list says what the screen says', async () => {
  const words: Record<string, string> = zh
  const differing = Object.entries(SHEET_WORDS).flatMap(([group, codes]) =>
    Object.entries(codes).filter(([code, word]) => words[`${group}.${code}`] !== word),
  )
  expect(differing).toEqual([])
})
