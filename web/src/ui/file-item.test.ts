import { describe, expect, it } from 'vitest'
import { fileRefusal } from './file-item.ts'

const file = (name: string, size = 10, type = '') => ({ name, size, type })

describe('fileRefusal', () => {
  it('takes extensions in any case and whole MIME families', () => {
    expect(fileRefusal(file('申报书.PDF'), { accept: '.pdf,.docx' })).toBeNull()
    expect(fileRefusal(file('照片', 10, 'image/png'), { accept: 'image/*' })).toBeNull()
    expect(fileRefusal(file('申报书.pdf.exe'), { accept: '.pdf' })).toBe('type')
  })
  it('takes exactly the limit and refuses one byte more', () => {
    expect(fileRefusal(file('a.pdf', 100), { maxBytes: 100 })).toBeNull()
    expect(fileRefusal(file('a.pdf', 101), { maxBytes: 100 })).toBe('size')
  })
})
