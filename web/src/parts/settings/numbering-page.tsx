import type { Numbered, Numbering } from '@shixun/domain/shared/number-pattern'
import { useEffect, useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t, wordFor } from '../../words/words.ts'
import { type SettingDraft, SettingForm } from './setting-form.tsx'

const numbered: readonly Numbered[] = ['application', 'project', 'agreement', 'certificate']
const tokens = ['year', 'kind', 'level', 'division', 'seq'] as const
const pauseMs = 250

type Preview = OutputOf<'previewNumbers'>['items'][number]

function tokenText(token: (typeof tokens)[number]): string {
  return token === 'seq' ? '{seq:4}' : `{${token}}`
}

/** What the patterns would give next, asked a moment after the last key. */
function usePreview(value: Numbering): readonly Preview[] {
  const { district } = useActing()
  const [items, setItems] = useState<readonly Preview[]>([])
  const text = JSON.stringify(value)
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(async () => {
      const answer = await call('previewNumbers', { params: { district }, body: value })
      if (wanted && answer.ok) setItems(answer.body.items)
    }, pauseMs)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [text])
  return items
}

function Patterns({ value, onChange, errors, readOnly }: SettingDraft<Numbering>) {
  const items = usePreview(value)
  const [last, setLast] = useState<Numbered>('application')
  return (
    <>
      <section class="card stack">
        {numbered.map((what) => {
          const preview = items.find((item) => item.what === what)
          const next = preview?.next
          return (
            <Field
              key={what}
              label={wordFor('numbered', what)}
              required
              pointer={`/value/${what}`}
              error={errors[`/value/${what}`] ?? preview?.problem ?? undefined}
              help={
                <>
                  {wordFor('settings.given', what)}
                  {next && (
                    <span class="setting-preview">
                      {t('settings.preview')}{' '}
                      <output class="setting-next">
                        {t('settings.previewOf', { next, following: preview?.following ?? '' })}
                      </output>
                    </span>
                  )}
                </>
              }
            >
              {(link) => (
                <span onFocusIn={() => setLast(what)}>
                  <TextInput
                    {...link}
                    // patterns that were set before there were certificates lack theirs
                    value={value[what] ?? ''}
                    maxLength={60}
                    readOnly={readOnly}
                    onChange={(pattern) => onChange({ ...value, [what]: pattern })}
                  />
                </span>
              )}
            </Field>
          )
        })}
        <p class="muted">{t('settings.numberingHelp')}</p>
      </section>
      <section class="card">
        <h2>{t('settings.numberTokens')}</h2>
        <dl class="setting-tokens">
          {tokens.map((token) => [
            <dt key={token}>
              {readOnly ? (
                tokenText(token)
              ) : (
                <Button
                  size="small"
                  title={t('settings.insert', { token: tokenText(token) })}
                  onClick={() => onChange({ ...value, [last]: `${value[last]}${tokenText(token)}` })}
                >
                  {tokenText(token)}
                </Button>
              )}
            </dt>,
            <dd key={`${token} about`}>{wordFor('settings.token', token)}</dd>,
          ])}
        </dl>
      </section>
    </>
  )
}

/** 编号规则, with the next number of each shown while it is typed. */
export function NumberingPage() {
  return (
    <SettingForm<Numbering> settingKey="numbering" help={t('settings.about.numbering')}>
      {(draft) => <Patterns {...draft} />}
    </SettingForm>
  )
}
