"""The page 取組の登録."""
