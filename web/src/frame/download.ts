import { saveFile } from '../ui/save-file.ts'
import { showToast } from '../ui/toast.tsx'
import { t } from '../words/words.ts'

export function inWeChat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent)
}

/** Saves a text as a file; inside WeChat, where that does nothing, says how to get there. */
export function downloadText(name: string, text: string): void {
  if (inWeChat()) {
    showToast({ text: t('shell.wechat') })
    return
  }
  saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}
