import { Callout } from '../../../ui/callout.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { t } from '../../../words/words.ts'
import type { EditedExpert } from './review-comment-page.tsx'

interface CommentEditorProps {
  expert: EditedExpert
  onChange: (next: EditedExpert) => void
}

/** One expert's words: each can be mended or left out. */
export function CommentEditor({ expert, onChange }: CommentEditorProps) {
  const { no, general, omitted, criteria, counts } = expert
  return (
    <fieldset class="comment-expert">
      <legend>{t('comments.expert', { no })}</legend>
      {!counts && <Callout kind="warning">{t('comments.voided')}</Callout>}
      {general !== '' || criteria.length === 0 ? (
        <div class="comment-line">
          <strong>{t('comments.general')}</strong>
          <Textarea
            aria-label={t('comments.textOf', { no, title: t('comments.general') })}
            value={general}
            rows={3}
            maxLength={4000}
            disabled={!counts}
            onChange={(text) => onChange({ ...expert, general: text })}
          />
          <Checkbox checked={omitted} onChange={(next) => onChange({ ...expert, omitted: next })}>
            {t('comments.omit')}
            <span class="visually-hidden">{t('comments.omitExpert', { no })}</span>
          </Checkbox>
        </div>
      ) : null}
      {criteria.map((one) => {
        const put = (change: Partial<typeof one>) =>
          onChange({
            ...expert,
            criteria: criteria.map((other) => (other.key === one.key ? { ...other, ...change } : other)),
          })
        return (
          <div key={one.key} class="comment-line">
            <strong>{one.title}</strong>
            <Textarea
              aria-label={t('comments.textOf', { no, title: one.title })}
              value={one.text}
              rows={2}
              maxLength={1000}
              disabled={!counts}
              onChange={(text) => put({ text })}
            />
            <Checkbox checked={one.omitted} onChange={(next) => put({ omitted: next })}>
              {t('comments.omit')}
              <span class="visually-hidden">{t('comments.omitCriterion', { title: one.title })}</span>
            </Checkbox>
          </div>
        )
      })}
    </fieldset>
  )
}
