"""Words to scene: what an editor wrote, as the scene that the generators understand."""
