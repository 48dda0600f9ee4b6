import { describe, expect, it } from 'vitest'
import { secondsToNextTry } from './robot.ts'
import { robotMessage, utf8Length } from './robot-message.ts'

const textOf = (message: ReturnType<typeof robotMessage>) =>
  'content' in message.markdown ? message.markdown.content : message.markdown.text

describe('robotMessage', () => {
  const words = { title: '金水区教育局11月21日待办', lines: ['待办 2 项', '· 申报 2 项'] }

  it('takes the documented shape of each product, and always holds the keyword', () => {
    expect(robotMessage('wecom', words)).toEqual({
      msgtype: 'markdown',
      markdown: { content: '**【师训云】金水区教育局11月21日待办**\n待办 2 项\n· 申报 2 项' },
    })
    expect(robotMessage('dingtalk', words)).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '【师训云】金水区教育局11月21日待办',
        text: '**【师训云】金水区教育局11月21日待办**\n\n待办 2 项\n\n· 申报 2 项',
      },
      at: { isAtAll: false },
    })
  })

  it('leaves what people typed without effect: no link, no mention, no markup, no second line', () => {
    const typed = '[点我](http://evil.example) <@all> @13800000000 **粗** `码`\n# 题 <font color="warning">红</font>'
    const text = textOf(robotMessage('wecom', { title: 'x', lines: [typed] }))
    expect(text.split('\n')).toHaveLength(2)
    expect(text.split('\n')[1]).not.toMatch(/[<>[\]*`#@_]/)
    expect(text).toContain('［点我］(http://evil.example) ＜＠all＞')
  })

  it.each(['wecom', 'dingtalk'] as const)(
    'of %s keeps whole lines within 2,000 characters and says how many it left out',
    (kind) => {
      const lines = Array.from({ length: 300 }, (_, n) => `· 第 ${n} 行：关于乡村骨干教师培训项目申报的说明`)
      const text = textOf(robotMessage(kind, { title: '题', lines }))
      expect([...text].length).toBeLessThanOrEqual(2000)
      expect(utf8Length(text)).toBeLessThanOrEqual(kind === 'wecom' ? 4096 : 20_000)
      const shown = text.split('\n').filter((line) => line.startsWith('· '))
      expect(shown.every((line) => lines.includes(line))).toBe(true)
      expect(text).toContain(`……另有 ${300 - shown.length} 行`)
      // three more lines would not have fitted, with or without the line that counts them
      const next = textOf(robotMessage(kind, { title: '题', lines: lines.slice(0, shown.length + 3) }))
      expect(next).toContain('……另有')
    },
  )

  it('of WeCom just fits at 4096 bytes of UTF-8 and drops a line at 4097', () => {
    const head = utf8Length('**【师训云】题**\n')
    const exact = 'a'.repeat((4096 - head) % 3) + '字'.repeat(Math.floor((4096 - head) / 3))
    const fits = textOf(robotMessage('wecom', { title: '题', lines: [exact] }))
    expect(utf8Length(fits)).toBe(4096)
    expect(textOf(robotMessage('wecom', { title: '题', lines: [`${exact}a`] }))).toContain('……另有 1 行')
  })

  it('cuts a headline of more than 60 characters', () => {
    const message = robotMessage('dingtalk', { title: '长'.repeat(80), lines: [] })
    expect([...('title' in message.markdown ? message.markdown.title : '')]).toHaveLength(60)
  })
})

describe('utf8Length', () => {
  it.each(['', 'a', 'é', '字', '𠮷', '字a𠮷é'])('of %j is what an encoder says', (text) =>
    expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length),
  )
})

describe('secondsToNextTry', () => {
  it('grows, and gives up after the sixth failure', () => {
    const waits = [1, 2, 3, 4, 5].map(secondsToNextTry)
    expect(waits).toEqual([...waits].sort((a, b) => Number(a) - Number(b)))
    expect(waits.every((wait) => wait !== null)).toBe(true)
    expect(secondsToNextTry(6)).toBeNull()
  })
})
