import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'

interface NewPasswordProps {
  value: string
  again: string
  onChange: (value: string) => void
  onAgain: (value: string) => void
  error?: string | undefined
}

/** A new password, typed twice; whether it is good enough the API says. */
export function NewPassword({ value, again, onChange, onAgain, error }: NewPasswordProps) {
  const differs = again !== '' && again !== value
  return (
    <>
      <Field label={t('identity.newPassword')} required help={t('identity.passwordHelp')} error={error}>
        {(link) => (
          <TextInput {...link} type="password" value={value} onChange={onChange} autoComplete="new-password" />
        )}
      </Field>
      <Field label={t('identity.again')} required error={differs ? t('identity.differs') : undefined}>
        {(link) => <TextInput {...link} type="password" value={again} onChange={onAgain} autoComplete="new-password" />}
      </Field>
    </>
  )
}
