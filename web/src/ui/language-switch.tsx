import { useLanguage } from '../words/use-language.ts'
import { setLanguage, t } from '../words/words.ts'
import { Menu } from './menu.tsx'
import { showToast } from './toast.tsx'

const names = { zh: '中文', en: 'English' } as const

export function LanguageSwitch() {
  const current = useLanguage()
  function choose(next: keyof typeof names) {
    setLanguage(next).catch(() => showToast({ kind: 'error', text: t('ui.loadFailed') }))
  }
  return (
    <Menu
      look="plain"
      end
      name={`${t('shell.language')}：${names[current]}`}
      label={current === 'zh' ? '中' : 'EN'}
      items={(['zh', 'en'] as const).map((code) => ({
        key: code,
        label: names[code],
        current: code === current,
        onPick: () => choose(code),
      }))}
    />
  )
}
