import { Tag, type Tone } from '../../../ui/tag.tsx'
import { wordFor } from '../../../words/words.ts'

const tones: Readonly<Record<string, Tone>> = { added: 'green', removed: 'red', changed: 'amber', renamed: 'blue' }

/** 新增、删除、修改 as a word, never as a colour alone. */
export function ChangeTag({ change }: { change: string }) {
  return <Tag tone={tones[change]}>{wordFor('change', change)}</Tag>
}
