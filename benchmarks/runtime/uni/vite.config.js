import uni from "@dcloudio/vite-plugin-uni";
import { defineConfig } from "vite";

export default defineConfig({ base: "./", plugins: [uni.default ? uni.default() : uni()] });
