import { LEVELS } from '@shixun/domain/calls/design/call'
import { useState } from 'preact/hooks'
import { choicesOf } from '../../frame/choices.ts'
import { channels } from '../../frame/credit-codes.ts'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t, wordFor } from '../../words/words.ts'
import { Fold } from './fold.tsx'
import { type Selector, splitWords, withSelected } from './policy-draft.ts'

interface WordsInputProps {
  label: string
  help?: string | undefined
  value: readonly string[]
  onChange: (words: string[]) => void
}

/** Several words in one line; what is typed stays as it is typed. */
function WordsInput({ label, help, value, onChange }: WordsInputProps) {
  const [text, setText] = useState(value.join('、'))
  const shown = splitWords(text).join('、') === value.join('、') ? text : value.join('、')
  return (
    <Field label={label} help={help}>
      {(link) => (
        <TextInput
          {...link}
          value={shown}
          onChange={(next) => {
            setText(next)
            onChange(splitWords(next))
          }}
        />
      )}
    </Field>
  )
}

interface SelectorFieldsProps {
  where: Selector
  onChange: (where: Selector) => void
}

/** Which training a rule speaks of: nothing chosen is everything. */
export function SelectorFields({ where, onChange }: SelectorFieldsProps) {
  const worded = ['module', 'category', 'activity', 'provider'] as const
  return (
    <Fold look="policy-where" title={t('policies.where')} startOpen={Object.keys(where).length > 0}>
      <Field label={t('policies.channels')} group help={t('policies.whereHelp')}>
        {() => (
          <CheckboxGroup
            value={where.channel ?? []}
            onChange={(values) => onChange(withSelected(where, 'channel', values))}
            options={choicesOf('channel', channels)}
          />
        )}
      </Field>
      <Field label={t('policies.levels')} group>
        {() => (
          <CheckboxGroup
            value={where.level ?? []}
            onChange={(values) => onChange(withSelected(where, 'level', values))}
            options={choicesOf('level', LEVELS)}
          />
        )}
      </Field>
      <div class="policy-pairs">
        {worded.map((name) => (
          <WordsInput
            key={name}
            label={wordFor('policySelector', name)}
            help={t('policies.wordsHelp')}
            value={where[name] ?? []}
            onChange={(values) => onChange(withSelected(where, name, values))}
          />
        ))}
      </div>
    </Fold>
  )
}
