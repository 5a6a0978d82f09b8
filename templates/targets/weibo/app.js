import { appHide, appShow, appTheme } from './miniport/service'

/** @type WBXAppOption */
export default {
  globalData: {},
  onShow() {
    appShow(this)
  },
  onHide() {
    appHide(this)
  },
  onThemeChange(options) {
    appTheme(this, options)
  }
}
