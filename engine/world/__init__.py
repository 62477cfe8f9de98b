"""The embedded generator: words become a scene, physics moves it, pictures and sound follow."""
