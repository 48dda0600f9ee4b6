import { describe, expect, it } from 'vitest'
import { formatDate, formatInstant, formatNumber, formatShare, formatSize, formatTime, formatYuan } from './format.ts'

describe('formatInstant', () => {
  it('shows China time whatever the offset on the wire', () => {
    expect(formatInstant('2026-11-21T01:30:00Z')).toBe('2026-11-21 09:30')
    expect(formatInstant('2026-11-21T09:30:00+08:00')).toBe('2026-11-21 09:30')
  })
  it('turns the day at 16:00 UTC and says 00, never 24', () => {
    expect(formatInstant('2026-12-31T15:59:59Z')).toBe('2026-12-31 23:59')
    expect(formatInstant('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00')
  })
  it('says — for nothing and for what is no instant', () => {
    expect(formatInstant(null)).toBe('—')
    expect(formatInstant('soon')).toBe('—')
    expect(formatTime('soon')).toBe('—')
  })
})

describe('formatDate', () => {
  it('leaves a plain date alone and reads an instant in China time', () => {
    expect(formatDate('2026-02-28')).toBe('2026-02-28')
    expect(formatDate('2026-02-28T16:00:00Z')).toBe('2026-03-01')
  })
})

describe('formatYuan', () => {
  it('shows fen as yuan exactly', () => {
    expect(formatYuan(0)).toBe('0.00 元')
    expect(formatYuan(5)).toBe('0.05 元')
    expect(formatYuan(1_234_567)).toBe('12,345.67 元')
    expect(formatYuan(-100_050)).toBe('-1,000.50 元')
  })
  it('rounds 万元 half up, once', () => {
    expect(formatYuan(1_004_999, 'wan')).toBe('1.00 万元')
    expect(formatYuan(1_005_000, 'wan')).toBe('1.01 万元')
    expect(formatYuan(-4_999, 'wan')).toBe('0.00 万元')
  })
  it('takes 万元 from one 万元 up', () => {
    expect(formatYuan(999_999, 'auto')).toBe('9,999.99 元')
    expect(formatYuan(1_000_000, 'auto')).toBe('1.00 万元')
  })
})

describe('formatNumber', () => {
  it('separates thousands and keeps the sign', () => {
    expect(formatNumber(999)).toBe('999')
    expect(formatNumber(1000)).toBe('1,000')
    expect(formatNumber(-1_234_567.5)).toBe('-1,234,567.5')
    expect(formatNumber(-0.001, 2)).toBe('0.00')
  })
  it('formats shares and sizes', () => {
    expect(formatShare(0.715, 1)).toBe('71.5%')
    expect(formatShare(Number.NaN)).toBe('—')
    expect(formatSize(1023)).toBe('1023 B')
    expect(formatSize(1024)).toBe('1 KB')
    expect(formatSize(4_404_019)).toBe('4.2 MB')
  })
})
