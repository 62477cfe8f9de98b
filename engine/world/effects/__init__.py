"""What flies, falls, hangs and flows: particles, cloth and water surfaces of a played scene."""
